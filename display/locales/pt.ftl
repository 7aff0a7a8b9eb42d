### The waiting-room screen (room-) and the phone page (phone-), Portuguese. To be reviewed by a native speaker.

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
room-offline = O ecrã não está ligado.
room-offline-do = Ouça a receção.
room-offline-since = Desde as { $time }. O ecrã volta a tentar sozinho.
room-offline-always = O ecrã tenta ligar-se sozinho.
room-offline-token = O ecrã não é reconhecido. Abra o endereço completo, com a chave.
room-sound = Som desligado: toque no ecrã
room-caption = { $number } · Balcão { $counter }

phone-title = O seu número
phone-number = O seu número
phone-connecting = Um momento.
phone-ahead = { $count ->
    [0] Ninguém à sua frente
    [one] { $count } pessoa à sua frente
   *[other] { $count } pessoas à sua frente
}
phone-wait-range = cerca de { $low } a { $high } minutos
phone-wait-less = menos de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
phone-wait-about = cerca de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
phone-waiting = Fique por perto. Esta página diz-lhe quando vir.
phone-called = É a sua vez
phone-counter = Balcão { $counter }
phone-go = Vá a este balcão.
phone-serving = Estamos a tratar do seu assunto.
phone-parked = Guardamos o seu lugar. Fique por perto, vamos chamar outra vez.
phone-done = Está terminado. Agradecemos a sua visita, até breve.
phone-no-show = O seu número já passou. Venha ter connosco à receção.
phone-cancelled = Este número foi anulado. Venha à receção.
phone-expired = O dia terminou. Para voltar, tire uma nova senha.
phone-unknown = Esta ligação já não funciona. Venha à receção, nós ajudamos.
phone-lost = Sem ligação desde as { $time }.
phone-lost-do = Olhe para o ecrã da sala ou pergunte na receção.
