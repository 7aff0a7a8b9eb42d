# The paper ticket, Spanish: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE d MMM, HH:mm
ahead = { $ahead ->
    [0] Nadie delante de usted
    [one] { $ahead } persona delante de usted
   *[other] { $ahead } personas delante de usted
}
wait-range = entre { $low } y { $high } minutos
wait-about = { $high ->
    [one] alrededor de { $high } minuto
   *[other] unos { $high } minutos
}
wait-less = menos de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
watch = Mire la pantalla.
follow = Siga la cola aquí.
