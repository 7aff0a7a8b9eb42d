### The phone page, Portuguese. To be reviewed by a native speaker.

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
phone-push-offer = Avisar-me, mesmo com a página fechada
phone-push-on = Este telefone avisa-o, mesmo se fechar esta página.
phone-push-stop = Não avisar mais
phone-push-refused = O seu telefone bloqueia as nossas mensagens. Deixe esta página aberta.
phone-push-failed = Não funcionou. Deixe esta página aberta.
