### The waiting-room screen, Spanish. To be reviewed by a native speaker.

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
room-stale-foot = Sin actualizar: { $seconds } s
room-offline = La pantalla no está conectada.
room-offline-do = Escuche a la recepción.
room-offline-since = Desde las { $time }. La pantalla vuelve a intentarlo sola.
room-offline-always = La pantalla intenta conectarse sola.
room-offline-token = La pantalla no se reconoce.
room-sound = Sonido apagado: toque la pantalla
room-caption = { $number } · Ventanilla { $counter }
room-counter = Ventanilla { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Número { $number }. Ventanilla { $counter }.
room-say-recall = Nueva llamada. Número { $number }. Ventanilla { $counter }.
room-way-left = A la izquierda.
room-way-right = A la derecha.
room-way-ahead = Todo recto.
room-way-back = Detrás de usted.
room-way-up = Arriba.
room-way-down = Abajo.
