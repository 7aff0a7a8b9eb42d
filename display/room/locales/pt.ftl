### The waiting-room screen, Portuguese. To be reviewed by a native speaker.

room-title = Sala de espera
room-connecting = O ecrã está a ligar-se. Ouça a receção.
room-recall = Nova chamada
room-waiting =
    { $count ->
        [0] Ninguém à espera
        [one] pessoa à espera
       *[other] pessoas à espera
    }
room-hello = Olá.
room-take = Tire uma senha na máquina.
room-here = Chamamos aqui.
room-closed = A receção está fechada.
room-closed-do = Até breve.
room-closed-note = Fechado
room-no-tickets = De momento, já não há senhas.
room-no-tickets-do = Tem uma senha? Fique aqui.
room-no-tickets-note = De momento, já não há senhas. As pessoas que esperam são chamadas.
room-stale =
    Sem atualização há { $seconds ->
        [one] { $seconds } segundo.
       *[other] { $seconds } segundos.
    }
room-stale-foot = Desatualizado: { $seconds } s
room-offline = O ecrã não está ligado.
room-offline-do = Ouça a receção.
room-offline-since = Desde as { $time }. O ecrã volta a tentar sozinho.
room-offline-always = O ecrã tenta ligar-se sozinho.
room-offline-token = O ecrã não é reconhecido.
room-sound = Som desligado: toque no ecrã
room-caption = { $number } · Balcão { $counter }
room-counter = Balcão { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Número { $number }. Balcão { $counter }.
room-say-recall = Nova chamada. Número { $number }. Balcão { $counter }.
room-way-left = À esquerda.
room-way-right = À direita.
room-way-ahead = Em frente.
room-way-back = Atrás de si.
room-way-up = No andar de cima.
room-way-down = No andar de baixo.
