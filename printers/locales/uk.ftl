# The paper ticket, Ukrainian: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE, d MMM, HH:mm
ahead = { $ahead ->
    [0] Перед вами нікого немає
    [one] Перед вами { $ahead } людина
    [few] Перед вами { $ahead } людини
    [many] Перед вами { $ahead } людей
   *[other] Перед вами { $ahead } людини
}
# After “to” and “less than” stands the genitive: only 1, 21, 31 … take its singular.
wait-range = приблизно від { $low } до { $high ->
    [one] { $high } хвилини
    [few] { $high } хвилин
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
wait-about = приблизно { $high ->
    [one] { $high } хвилина
    [few] { $high } хвилини
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
wait-less = менше { $high ->
    [one] { $high } хвилини
    [few] { $high } хвилин
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
watch = Дивіться на екран.
follow = Стежте за чергою тут.
