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
phone-cancelled = Este número está anulado. Venga a la recepción.
phone-expired = El día ha terminado. Para volver, tome un nuevo ticket.
phone-unknown = Este enlace ya no funciona. Venga a la recepción, le ayudaremos.
phone-lost = Sin conexión desde las { $time }.
phone-lost-do = Mire la pantalla de la sala o pregunte en la recepción.
phone-push-offer = Avisarme, aunque cierre la página
phone-push-on = Este teléfono le avisará, aunque cierre esta página.
phone-push-stop = No avisarme más
phone-push-refused = Su teléfono bloquea nuestros mensajes. Deje esta página abierta.
phone-push-failed = No ha funcionado. Deje esta página abierta.
