"""What the waiting room says of A012, called to counter 3 ("Guichet 3"), in each language: to the letter."""

from __future__ import annotations

from typing import Final

CALLED: Final = {
    "fr": "Numéro A 0 1 2. Guichet 3.",
    "ar": "الرقم A 0 1 2. شباك 3.",
    "en": "Number A 0 1 2. Counter 3.",
    "tr": "Numara A 0 1 2. Gişe 3.",
    "pt": "Número A 0 1 2. Balcão 3.",
    "es": "Número A 0 1 2. Ventanilla 3.",
    "ro": "Numărul A 0 1 2. Ghișeul 3.",
    "sq": "Numri A 0 1 2. Sporteli 3.",
    "ru": "Номер A 0 1 2. Окно 3.",
    "uk": "Номер A 0 1 2. Вікно 3.",
    "fa": "شماره A 0 1 2. باجهٔ 3.",
    "zh": "请 A 0 1 2 号到 3 号窗口。",
}

CALLED_AGAIN: Final = {
    "fr": "Rappel. Numéro A 0 1 2. Guichet 3.",
    "ar": "نداء من جديد. الرقم A 0 1 2. شباك 3.",
    "en": "Called again. Number A 0 1 2. Counter 3.",
    "tr": "Yeniden çağrı. Numara A 0 1 2. Gişe 3.",
    "pt": "Nova chamada. Número A 0 1 2. Balcão 3.",
    "es": "Nueva llamada. Número A 0 1 2. Ventanilla 3.",
    "ro": "Chemare repetată. Numărul A 0 1 2. Ghișeul 3.",
    "sq": "Thirrje e përsëritur. Numri A 0 1 2. Sporteli 3.",
    "ru": "Повторный вызов. Номер A 0 1 2. Окно 3.",
    "uk": "Повторний виклик. Номер A 0 1 2. Вікно 3.",
    "fa": "صدا زدن دوباره. شماره A 0 1 2. باجهٔ 3.",
    "zh": "再次叫号。请 A 0 1 2 号到 3 号窗口。",
}

THE_WAY: Final = {
    "fr": "Numéro A 0 1 2. Guichet 3. À gauche. 1er étage.",
    "ar": "الرقم A 0 1 2. شباك 3. على اليسار.",
    "en": "Number A 0 1 2. Counter 3. On the left. First floor.",
    "tr": "Numara A 0 1 2. Gişe 3. Solda.",
    "pt": "Número A 0 1 2. Balcão 3. À esquerda.",
    "es": "Número A 0 1 2. Ventanilla 3. A la izquierda.",
    "ro": "Numărul A 0 1 2. Ghișeul 3. În stânga.",
    "sq": "Numri A 0 1 2. Sporteli 3. Majtas.",
    "ru": "Номер A 0 1 2. Окно 3. Налево.",
    "uk": "Номер A 0 1 2. Вікно 3. Ліворуч.",
    "fa": "شماره A 0 1 2. باجهٔ 3. سمت چپ.",
    "zh": "请 A 0 1 2 号到 3 号窗口。在左边。",
}
"""It lies to the left; and on the first floor, which its sign says in French and in English alone."""
