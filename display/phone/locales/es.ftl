### The phone page, Spanish. To be reviewed by a native speaker.

phone-title = Su número
phone-number = Su número
phone-connecting = Un momento.
phone-ahead = { $count ->
    [0] Nadie delante de usted
    [one] { $count } persona delante de usted
   *[other] { $count } personas delante de usted
}
phone-wait-range = entre { $low } y { $high } minutos
phone-wait-less = menos de { $high ->
    [one] { $high } minuto
   *[other] { $high } minutos
}
phone-wait-about = { $high ->
    [one] alrededor de { $high } minuto
   *[other] unos { $high } minutos
}
phone-waiting = Quédese cerca. Esta página le dice cuándo venir.
phone-called = Es su turno
phone-counter = Ventanilla { $counter }
phone-go = Vaya a esta ventanilla.
phone-serving = Le estamos atendiendo.
phone-parked = Guardamos su lugar. Quédese cerca, le llamaremos otra vez.
phone-done = Ya está. Gracias por su visita, hasta pronto.
phone-no-show = Su número ya ha pasado. Venga a vernos a la recepción.
phone-cancelled = Su lugar ha quedado libre. Si cambia de idea, venga a la recepción.
phone-expired = El día ha terminado. Para volver, tome un nuevo ticket.
phone-unknown = Este enlace ya no funciona. Venga a la recepción, le ayudaremos.
phone-lost = Sin conexión desde las { $time }.
phone-lost-do = Mire la pantalla de la sala o pregunte en la recepción.
phone-recalled = Le llamamos otra vez
phone-way-left = A la izquierda.
phone-way-right = A la derecha.
phone-way-ahead = Todo recto.
phone-way-back = Detrás de usted.
phone-way-up = Arriba.
phone-way-down = Abajo.
phone-quiet = Parar el sonido
phone-ring = Sonar cuando sea mi turno
phone-ring-on = Este teléfono sonará. Deje esta página abierta.
phone-ring-stop = No sonar
phone-language = Elegir el idioma
phone-pass = Dejar pasar
phone-pass-title = ¿A cuántas personas deja pasar?
phone-pass-say = Conserva su número. Espera más tiempo.
phone-pass-people = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
phone-passed = Anotado. Gracias por dejar pasar.
phone-nobody = Nadie espera detrás de usted. Conserva su lugar.
phone-leave = Me voy
phone-leave-title = ¿Se va?
phone-leave-say = Deja su lugar. Si cambia de idea, venga a la recepción.
phone-leave-yes = Sí, me voy
phone-stay = No, me quedo
phone-back = Volver
phone-failed = No ha funcionado. Inténtelo de nuevo.
phone-busy = Demasiadas peticiones. La página sigue sola.
phone-old = Noticias de hace { $seconds } segundos.
phone-push-offer = Avisarme, aunque cierre la página
phone-push-on = Este teléfono le avisará, aunque cierre esta página.
phone-push-stop = No avisarme más
phone-push-refused = Su teléfono bloquea nuestros mensajes. Deje esta página abierta.
phone-push-failed = No ha funcionado. Deje esta página abierta.
