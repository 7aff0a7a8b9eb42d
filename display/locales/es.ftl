### The waiting-room screen (room-) and the phone page (phone-), Spanish. To be reviewed by a native speaker.

room-title = Sala de espera
room-connecting = La pantalla se está conectando. Escuche a la recepción.
room-recall = Nueva llamada
room-waiting =
    { $count ->
        [0] No espera nadie
        [one] persona espera
       *[other] personas esperan
    }
room-hello = Hola.
room-take = Tome un ticket en la máquina.
room-here = Le llamaremos aquí.
room-closed = La recepción está cerrada.
room-closed-do = Hasta pronto.
room-closed-note = Cerrado
room-no-tickets = Por ahora no hay más tickets.
room-no-tickets-do = ¿Tiene un ticket? Quédese aquí.
room-no-tickets-note = Por ahora no hay más tickets. Se llama a las personas que esperan.
room-stale =
    Sin actualizar desde hace { $seconds ->
        [one] { $seconds } segundo.
       *[other] { $seconds } segundos.
    }
room-offline = La pantalla no está conectada.
room-offline-do = Escuche a la recepción.
room-offline-since = Desde las { $time }. La pantalla vuelve a intentarlo sola.
room-offline-always = La pantalla intenta conectarse sola.
room-offline-token = La pantalla no se reconoce. Abra su dirección completa, con su clave.
room-sound = Sonido apagado: toque la pantalla
room-caption = { $number } · Ventanilla { $counter }

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
