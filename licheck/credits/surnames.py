"""Usual family names of Japan. Data, and one question to it.

A name in Japanese letters has no capital that would tell it from other words, and Japanese papers print it alone on
its line. Such a line counts as a name where it begins with one of these. (Names in Chinese and Korean letters come
with a word for the writer; their family names of one letter begin too many other words.)
"""

from __future__ import annotations

_JAPANESE = frozenset(
    """佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 斉藤 清水 山崎 阿部 池田
    橋本 山下 森田 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川
    中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森本 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本
    武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 野村 木下 菊地 佐野 大西 杉本 新井 浜田 市川 古川 水野
    小松 島田 菅原 高野 山内 西田 菊池 西川 五十嵐 北村 安田 中田 川口 平田 川崎 飯田 吉川 本田 久保田 沢田 辻本 関口 吉村 渡会 中西
    岩田 服部 樋口 福島 川上 永井 松岡 田口 山中 森下 大久保 矢野 大橋 土屋 松下 須藤 星野 岩本 荒木 川村 小山 吉岡 大石 成田 浅野 大島
    黒田 熊谷 堀内 望月 松村 石原 早川 吉野 富田 小池 片山 児玉 荒井 高山 大谷 黒川 三宅 内藤 今村 秋山 宮田 馬場 川島 永田 平井 三上
    西山 神田 白石 広瀬 尾崎 篠原 岡崎 横田 小西 飯塚 松原 福井 上原 岡村 三好 野田 小沢 奥村 大川 桑原 滝沢 片岡 村井 石橋 関根 田代""".split()
)
_LETTERS = range(3, 7)  # of a whole name
# The family names of some ninety-eight in a hundred Koreans; those of two letters all.
_KOREAN = frozenset(
    """김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 류 나 진 지 엄 채 원
    천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편 용 봉 사 남궁 황보 제갈 사공 선우
    서문 독고 동방""".split()
)


def begins_with_korean_surname(text: str) -> bool:
    """Whether a word in Korean letters has the length of a name and begins with a family name."""
    return 2 <= len(text) <= 5 and (text[:2] in _KOREAN or text[0] in _KOREAN)


def begins_with_surname(text: str) -> bool:
    """Whether a text in Japanese letters has the length of a name and begins with a usual family name."""
    name = text.replace(" ", "").replace("\u3000", "")
    return len(name) in _LETTERS and (name[:2] in _JAPANESE or name[:3] in _JAPANESE)
