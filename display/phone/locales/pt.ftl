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
phone-cancelled = O seu lugar ficou livre. Se mudar de ideias, venha à receção.
phone-expired = O dia terminou. Para voltar, tire uma nova senha.
phone-unknown = Esta ligação já não funciona. Venha à receção, nós ajudamos.
phone-lost = Sem ligação desde as { $time }.
phone-lost-do = Olhe para o ecrã da sala ou pergunte na receção.
phone-recalled = Estamos a chamá-lo de novo
phone-way-left = À esquerda.
phone-way-right = À direita.
phone-way-ahead = Em frente.
phone-way-back = Atrás de si.
phone-way-up = No andar de cima.
phone-way-down = No andar de baixo.
phone-quiet = Parar o toque
phone-ring = Tocar quando for a minha vez
phone-ring-on = Este telefone vai tocar. Deixe esta página aberta.
phone-ring-stop = Não tocar
phone-language = Escolher a língua
phone-pass = Deixar passar
phone-pass-title = Quantas pessoas deixa passar?
phone-pass-say = Fica com o seu número. Espera mais tempo.
phone-pass-people = { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}
phone-passed = Está registado. Obrigado por deixar passar.
phone-nobody = Ninguém espera atrás de si. Fica com o seu lugar.
phone-leave = Vou-me embora
phone-leave-title = Vai-se embora?
phone-leave-say = Deixa o seu lugar. Se mudar de ideias, venha à receção.
phone-leave-yes = Sim, vou-me embora
phone-stay = Não, fico
phone-back = Voltar
phone-failed = Não funcionou. Tente de novo.
phone-busy = Demasiados pedidos. A página continua sozinha.
phone-old = Notícias de há { $seconds } segundos.
phone-push-offer = Avisar-me, mesmo com a página fechada
phone-push-on = Este telefone avisa-o, mesmo se fechar esta página.
phone-push-stop = Não avisar mais
phone-push-refused = O seu telefone bloqueia as nossas mensagens. Deixe esta página aberta.
phone-push-failed = Não funcionou. Deixe esta página aberta.
