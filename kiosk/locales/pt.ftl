# Kiosk, Portuguese, of Portugal: polite, without "você". To be reviewed by a native speaker.

language-name = Português
greeting = Olá

back = Voltar
change-language = Mudar de língua
choose-language = Escolha a sua língua.
listen = Ouvir
text-larger = Letras maiores
text-normal = Letras normais
contrast-more = Cores mais fortes
contrast-normal = Cores normais
reach-low = Na parte de baixo do ecrã
reach-normal = Em todo o ecrã
mirror = Botões do outro lado

listen-to = Ouvir: { $label }
sound-quieter = Mais baixo
sound-louder = Mais alto
sound-stop = Parar o som
sound-all = Ler tudo em voz alta
sound-all-off = Parar de ler tudo
aloud-on = Leio tudo em voz alta. Toque uma vez para ouvir. Toque duas vezes para escolher.
aloud-keys = Com um teclado: uma seta para ouvir, Enter para escolher.
aloud-off = Já não leio tudo.
aloud-choices = { $count ->
    [one] Há { $count } opção.
   *[other] Há { $count } opções.
}
aloud-chosen = Escolheu: { $label }

need-question = Em que podemos ajudar?
need-other = Outro assunto
need-other-question = Qual é o outro assunto?
need-full = Completo de momento
need-full-why = Já há muitas pessoas à espera.
need-full-next = Fale com alguém na receção.
understood = Entendi

priority-question = Precisa de atendimento mais cedo?
priority-no = Não, não preciso
priority-gone = Esta escolha já não é possível aqui. Tire a sua senha. Depois fale com alguém na receção.
priority-without = Tirar a minha senha

one-moment = Um momento…

your-number = O seu número
people-ahead = { $count ->
    [0] Ninguém à sua frente
    [one] { $count } pessoa à sua frente
   *[other] { $count } pessoas à sua frente
}
wait-range = cerca de { $low } a { $high } minutos
wait-less = menos de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
wait-about = cerca de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
ticket-parked = Guardamos o seu lugar. Vamos chamar outra vez.
ticket-no-show = O seu número já passou. Venha à receção.
ticket-cancelled = Este número foi anulado. Venha à receção.
ticket-expired = O dia terminou. Para voltar, tire uma nova senha.
your-turn = É a sua vez: Balcão { $counter }.

no-paper = Não há senhas em papel. O seu número aparece aqui.
paper-printing = A sua senha está a ser impressa.
paper-take = Tire a sua senha.
paper-perhaps = A senha saiu?
paper-late = A senha ainda não saiu.
paper-failed = A impressora não funciona.
paper-none = A senha não saiu.
paper-absent = Não há senhas em papel.
remember = Lembre-se do seu número: { $number }.
follow-code = Fotografe este código: o seu telemóvel segue a fila.
follow-code-picture = O código da página que segue o seu número.
sit-down = Sente-se.
watch-screen = Olhe para o ecrã. Vamos chamar o seu número.
done = Já terminei
number-again = Ver outra vez o meu número

still-here = Ainda está aí?
still-here-why = Se não, o ecrã volta ao início.
yes = Sim

touch-screen = Toque no ecrã.

unavailable = Esta máquina não funciona.
unavailable-next = Venha à receção.
no-needs = Não há senhas nesta máquina.
no-needs-next = Venha à receção.
closed = A receção está fechada de momento.
closed-next = Volte mais tarde.
last-tickets = De momento, já não damos senhas.
last-tickets-next = Tem uma senha? Fique. Vamos chamar o seu número.
stopped = De momento, não damos senhas.
stopped-next = Fale com alguém na receção.
