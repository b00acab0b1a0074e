"""`licheck rules`: what a publisher asks for, in plain words."""

from licheck.cli import main
from licheck.rulesets.shipped import shipped


def test_list_has_a_line_for_each_rule_set_that_comes_with_licheck(capfd):
    assert main(["rules", "list"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == len(shipped())
    assert any(line.startswith("dcnf ") and "Daily Caller News Foundation" in line for line in lines)


def test_show_tells_what_is_judged_what_is_for_a_person_and_where_it_is_from(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    assert main(["rules", "show", "harbour.yaml"]) == 0
    out = capfd.readouterr().out
    for part in (
        "Harbour Lane News (harbour)",
        "credit_line (must): A line says that the story comes from Harbour Lane News.",
        "Was the newsroom told?",
        "https://harbour.example/republish (read on 2026-11-22, seen: full)",
    ):
        assert part in out


def test_show_goes_on_behind_a_name_that_is_wrong(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    assert main(["rules", "show", "dcmf", "harbour.yaml"]) == 2
    out, err = capfd.readouterr()
    assert "Harbour Lane News" in out
    assert "dcmf: there is no rule set of this name" in err


def test_show_tells_the_faults_of_a_rule_file_with_line_and_column(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    (desk / "broken.yaml").write_text((desk / "harbour.yaml").read_text() + "surplus: 1\n")
    assert main(["rules", "show", "broken.yaml"]) == 2
    assert capfd.readouterr().err.startswith("broken.yaml:18:1: ")


def test_what_a_rule_file_says_does_nothing_to_the_terminal(desk, monkeypatch, capfd):
    monkeypatch.chdir(desk)
    rules = (
        (desk / "harbour.yaml")
        .read_text()
        .replace("Was the newsroom told?", '"\\e[31mred\\u202E ##[error]x"')
    )
    (desk / "evil.yaml").write_text(rules)
    main(["rules", "show", "evil.yaml"])
    out, err = capfd.readouterr()
    assert not {"\x1b", "\u202e"} & {*(out + err)}
    assert "##[error]" not in out + err
