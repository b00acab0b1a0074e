"""Days are read as people and machines write them."""

from datetime import date

import pytest

from licheck.facts.days import Habit, days_in, stated

MAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("2024-05-03", "", id="ISO"),
        pytest.param("2024/5/3", "", id="year first"),
        pytest.param("3.5.2024", "de", id="day first, full stops"),
        pytest.param("03.05.24, 10:15 Uhr", "de", id="short year"),
        pytest.param("03/05/2024", "en", id="day first, slashes"),
        pytest.param("May 3, 2024", "en", id="English"),
        pytest.param("Friday, May 3rd 2024", "en", id="English ordinal"),
        pytest.param("3 May 2024", "en", id="English, day first"),
        pytest.param("Fri May 3 19:20:36 CEST 2024", "", id="as date prints it"),
        pytest.param("3. Mai 2024", "de", id="German"),
        pytest.param("le 3 mai 2024", "fr", id="French"),
        pytest.param("3 de mayo de 2024", "es", id="Spanish"),
        pytest.param("3 maggio 2024", "it", id="Italian"),
        pytest.param("3 de maio de 2024", "pt", id="Portuguese"),
        pytest.param("3 mei 2024", "nl", id="Dutch"),
        pytest.param("3 maja 2024", "pl", id="Polish"),
        pytest.param("3. května 2024", "cs", id="Czech"),
        pytest.param("2024. május 3.", "hu", id="Hungarian"),
        pytest.param("2024 m. gegužės 3 d.", "lt", id="Lithuanian"),
        pytest.param("3. toukokuuta 2024", "fi", id="Finnish"),
        pytest.param("3 Mayıs 2024", "tr", id="Turkish"),
        pytest.param("3 мая 2024", "ru", id="Russian"),
        pytest.param("3 травня 2024", "uk", id="Ukrainian"),
        pytest.param("3 Μαΐου 2024", "el", id="Greek"),
        pytest.param("٣ مايو ٢٠٢٤", "ar", id="Arabic"),
        pytest.param("3 במאי 2024", "he", id="Hebrew"),
        pytest.param("3 मई 2024", "hi", id="Hindi"),
        pytest.param("3 พฤษภาคม 2567", "th", id="Thai, Buddhist year"),
        pytest.param("3 tháng 5, 2024", "vi", id="Vietnamese"),
        pytest.param("2024年5月3日", "ja", id="Japanese, Chinese"),
        pytest.param("2024년 5월 3일", "ko", id="Korean"),
    ],
)
def test_day_is_read(text, language):
    assert [found.day for found in days_in(text, Habit(language))] == [MAY]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("192.168.10.12", id="address of a computer"),
        pytest.param("32.13.2024", id="no such day"),
        pytest.param("Room 12, 2024", id="a word that is no month"),
        pytest.param("May 2024", id="a month"),
        pytest.param("3 May 1724", id="long before the web"),
        pytest.param("3 May 2029", id="to come"),
        pytest.param("12-10-24", id="could be anything"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_day_of_publication_is_not_read(text):
    assert list(days_in(text, Habit("en", last_year=2025))) == []


def test_month_stands_first_where_the_page_is_american():
    assert [found.day for found in days_in("5/3/2024", Habit("en", month_first=True))] == [MAY]
    assert [found.day for found in days_in("5/3/2024", Habit("en"))] == [date(2024, 3, 5)]
    assert [found.day for found in days_in("25/3/2024", Habit("en", month_first=True))] == [date(2024, 3, 25)]


def test_month_that_two_languages_count_differently_goes_by_the_language():
    assert next(days_in("3 listopada 2024", Habit("pl"))).day == date(2024, 11, 3)
    assert next(days_in("3 listopada 2024", Habit("hr"))).day == date(2024, 10, 3)


def test_place_of_a_day_is_told():
    (found,) = days_in("By Ines Rahl, 3 May 2024, Olav", Habit("en"))
    assert (found.start, found.end) == (14, 24)


@pytest.mark.parametrize(
    ("value", "in_utc"),
    [
        pytest.param("2024-05-03", False, id="day"),
        pytest.param("20240503", False, id="day without signs"),
        pytest.param("2024-05-03T23:15:00+02:00", False, id="time with zone"),
        pytest.param("2024-05-03T23:15:00Z", True, id="time in UTC"),
        pytest.param("2024-05-03 23:15:00 UTC", True, id="time in UTC, said"),
        pytest.param("Fri, 03 May 2024 19:20:36 +0200", False, id="as in mail"),
        pytest.param("Fr., 03.05.2024 - 14:45", False, id="as on a German page"),
        pytest.param("1714740000", True, id="seconds since 1970"),
        pytest.param("1714740000000", True, id="milliseconds since 1970"),
    ],
)
def test_day_in_metadata_is_read(value, in_utc):
    assert stated(value, Habit()) == (MAY, in_utc)


@pytest.mark.parametrize("value", ["", "yesterday", "0000-00-00", "99999999999", "2024-13-45T00:00"])
def test_metadata_that_name_no_day_name_none(value):
    assert stated(value, Habit()) is None


def test_long_run_of_one_sign_is_searched_in_no_time():
    import time

    begun = time.thread_time()
    for sign in ("=", "1", "a ", "May ", "3. ", "١", "..."):
        list(days_in(sign * 100_000, Habit()))
        stated(sign * 100_000, Habit())
    assert time.thread_time() - begun < 1
