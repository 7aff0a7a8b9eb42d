"""What everybody tries first, of at least twelve signs, in small letters and without blanks.

Written down by hand: runs of the keys of French and English keyboards, counts, the words for "password", "welcome" and
"administrator" with the usual digits, and this house's own words. Shorter ones are refused for their length.
"""

from __future__ import annotations

from typing import Final

COMMON: Final = frozenset(
    """
123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 0123456789012 012345678910 123456654321
123456123456 123412341234 121212121212 123123123123 112233445566 111222333444 111111222222 098765432109 987654321098
987654321012 147258369147 159357159357 147852369147 789456123789 789456123000 010203040506 102030405060 112233112233
azertyuiop12 azertyuiop123 azertyuiop1234 azertyazerty azerty123456 azerty1234567 azerty12345678 azertyuiopqs
azertyuiopqsdf azertyuiopqsdfghjklm 123azerty123 123456azerty 1234azerty1234 aqwzsxedcrfv aqwzsxedcrfvtgb
azeqsdwxc123 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyqwerty qwerty123456 qwerty1234567 qwerty12345678
qwertyuiopas qwertyuiopasdf 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 q1w2e3r4t5y6
qazwsxedcrfv qwertzuiop123 asdfghjkl123 asdfghjklmnb abcdefghijkl abcdefghijklm abcdefgh1234 abcdef123456
abcd1234abcd abc123abc123 a1b2c3d4e5f6 aaaaaa111111 motdepasse12 motdepasse123 motdepasse1234 motdepasse12345
motdepassemotdepasse monmotdepasse monmotdepasse1 lemotdepasse1 unmotdepasse motdepasse2024 motdepasse2025
motdepasse2026 motdepasse2027 changezmoi123 bienvenue123 bienvenue1234 bienvenue2025 bienvenue2026 bonjour12345
bonjour123456 soleil123456 jetaime12345 jetaimejetaime doudou123456 loulou123456 chouchou1234 marseille13013
lyonlyonlyon olympiquelyon parissaintgermain administrateur administrateur1 administrateur123 admin1234567
admin12345678 adminadmin12 adminadminadmin rootrootroot password1234 password12345 password123456 passwordpassword
password2025 password2026 passw0rd1234 p@ssw0rd1234 p@ssword1234 welcome12345 welcome123456 letmein12345
letmeinletmein iloveyou1234 iloveyouiloveyou changeme1234 changemechangeme testtesttest test12345678 secretsecret
secret123456 accueil12345 accueil123456 accueilaccueil pimmsmediation pimmspimmspimms mediation1234 mediateur1234
mediatrice123
""".split()  # noqa: SIM905 - a hundred words read best as prose
)
