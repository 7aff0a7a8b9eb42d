# Kiosk, Spanish: polite "usted", words that Spain and America share. To be reviewed by a native speaker.

language-name = Español
greeting = Hola

back = Volver
change-language = Cambiar de idioma
choose-language = Elija su idioma.
listen = Escuchar
text-larger = Letra más grande
text-normal = Letra normal
contrast-more = Colores más fuertes
contrast-normal = Colores normales
reach-low = En la parte baja de la pantalla
reach-normal = En toda la pantalla
mirror = Botones al otro lado

listen-to = Escuchar: { $label }
sound-quieter = Más bajo
sound-louder = Más alto
sound-stop = Parar el sonido
sound-all = Leer todo en voz alta
sound-all-off = Dejar de leer todo
aloud-on = Leo todo en voz alta. Toque una vez para escuchar. Toque dos veces para elegir.
aloud-keys = Con un teclado: una flecha para escuchar, Enter para elegir.
aloud-off = Ya no leo todo.
aloud-choices = { $count ->
    [one] Hay { $count } opción.
   *[other] Hay { $count } opciones.
}
aloud-chosen = Ha elegido: { $label }

need-question = ¿En qué podemos ayudarle?
need-other = Otra cosa
need-other-question = ¿Para qué otra cosa?
need-full = Completo por ahora
need-full-why = Ya hay muchas personas esperando.
need-full-next = Hable con alguien en la recepción.
understood = Entendido

priority-question = ¿Necesita pasar antes?
priority-no = No, gracias
priority-gone = Esta opción ya no es posible aquí. Tome su ticket. Luego hable con alguien en la recepción.
priority-without = Tomar mi ticket

one-moment = Un momento…

your-number = Su número
people-ahead = { $count ->
    [0] Nadie delante de usted
    [one] { $count } persona delante de usted
   *[other] { $count } personas delante de usted
}
wait-range = entre { $low } y { $high } minutos
wait-less = menos de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
wait-about = { $high ->
    [one] alrededor de { $high } minuto
   *[other] unos { $high } minutos
}
ticket-parked = Guardamos su lugar. Le llamaremos otra vez.
ticket-no-show = Su número ya ha pasado. Venga a la recepción.
ticket-cancelled = Este número está anulado. Venga a la recepción.
ticket-expired = El día ha terminado. Para volver, tome un nuevo ticket.
your-turn = Es su turno: Ventanilla { $counter }.

no-paper = No hay tickets en papel. Su número aparece aquí.
paper-printing = Su ticket se está imprimiendo.
paper-take = Tome su ticket.
paper-perhaps = ¿Ha salido el ticket?
paper-late = El ticket todavía no ha salido.
paper-failed = La impresora no funciona.
paper-none = El ticket no ha salido.
paper-absent = No hay tickets en papel.
remember = Recuerde su número: { $number }.
follow-code = Haga una foto de este código: su teléfono sigue la cola.
follow-code-picture = El código de la página que sigue su número.
sit-down = Siéntese.
watch-screen = Mire la pantalla. Le llamaremos.
done = He terminado
number-again = Ver otra vez mi número

still-here = ¿Sigue ahí?
still-here-why = Si no, la pantalla vuelve al inicio.
yes = Sí

touch-screen = Toque la pantalla.

unavailable = Esta máquina no funciona.
unavailable-next = Venga a la recepción.
no-needs = No hay tickets en esta máquina.
no-needs-next = Venga a la recepción.
closed = La recepción está cerrada por ahora.
closed-next = Vuelva más tarde.
last-tickets = Por ahora no damos más tickets.
last-tickets-next = ¿Tiene un ticket? Quédese. Le llamaremos.
stopped = Por ahora no damos tickets.
stopped-next = Hable con alguien en la recepción.
