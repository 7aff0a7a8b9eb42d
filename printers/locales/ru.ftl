# The paper ticket, Russian: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE, d MMM, HH:mm
ahead = { $ahead ->
    [0] Перед вами никого нет
    [one] Перед вами { $ahead } человек
    [few] Перед вами { $ahead } человека
    [many] Перед вами { $ahead } человек
   *[other] Перед вами { $ahead } человека
}
# After “to” and “less than” stands the genitive: only 1, 21, 31 … take its singular.
wait-range = примерно от { $low } до { $high ->
    [one] { $high } минуты
    [few] { $high } минут
    [many] { $high } минут
   *[other] { $high } минуты
}
wait-about = примерно { $high ->
    [one] { $high } минута
    [few] { $high } минуты
    [many] { $high } минут
   *[other] { $high } минуты
}
wait-less = меньше { $high ->
    [one] { $high } минуты
    [few] { $high } минут
    [many] { $high } минут
   *[other] { $high } минуты
}
watch = Смотрите на экран.
follow = Следите за очередью здесь.
