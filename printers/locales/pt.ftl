# The paper ticket, Portuguese, of Portugal: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE, d MMM, HH:mm
ahead = { $ahead ->
    [0] Ninguém à sua frente
    [one] { $ahead } pessoa à sua frente
   *[other] { $ahead } pessoas à sua frente
}
wait-range = cerca de { $low } a { $high } minutos
wait-about = cerca de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
wait-less = menos de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
watch = Olhe para o ecrã.
follow = Siga a fila aqui.
