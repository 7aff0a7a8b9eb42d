### The waiting-room screen, Russian. To be reviewed by a native speaker.

room-title = Зал ожидания
room-connecting = Экран подключается. Слушайте сотрудников.
room-recall = Повторный вызов
room-waiting =
    { $count ->
        [0] Никто не ждёт
        [one] человек ждёт
        [few] человека ждут
        [many] человек ждут
       *[other] человека ждут
    }
room-hello = Здравствуйте.
room-take = Возьмите талон в аппарате.
room-here = Мы вызовем вас здесь.
room-closed = Приём закрыт.
room-closed-do = До встречи.
room-closed-note = Закрыто
room-no-tickets = Сейчас талонов больше нет.
room-no-tickets-do = У вас есть талон? Оставайтесь здесь.
room-no-tickets-note = Сейчас талонов больше нет. Тех, кто ждёт, вызывают.
room-stale =
    Нет новых данных { $seconds ->
        [one] { $seconds } секунду.
        [few] { $seconds } секунды.
        [many] { $seconds } секунд.
       *[other] { $seconds } секунды.
    }
room-stale-foot = Устарело: { $seconds } с
room-offline = Экран не подключён.
room-offline-do = Слушайте сотрудников.
room-offline-since = С { $time }. Экран сам пробует снова.
room-offline-always = Экран сам пробует подключиться.
room-offline-token = Экран не распознан.
room-sound = Звук выключен: коснитесь экрана
room-caption = { $number } · Окно { $counter }
room-counter = Окно { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Номер { $number }. Окно { $counter }.
room-say-recall = Повторный вызов. Номер { $number }. Окно { $counter }.
room-way-left = Налево.
room-way-right = Направо.
room-way-ahead = Прямо.
room-way-back = Позади вас.
room-way-up = Наверху.
room-way-down = Внизу.
