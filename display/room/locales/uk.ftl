### The waiting-room screen, Ukrainian. To be reviewed by a native speaker.

room-title = Зала очікування
room-connecting = Екран підключається. Слухайте працівників.
room-recall = Повторний виклик
room-waiting =
    { $count ->
        [0] Ніхто не чекає
        [one] людина чекає
        [few] людини чекають
        [many] людей чекають
       *[other] людини чекають
    }
room-hello = Вітаємо.
room-take = Візьміть талон в апараті.
room-here = Ми викличемо вас тут.
room-closed = Прийом зачинено.
room-closed-do = До зустрічі.
room-closed-note = Зачинено
room-no-tickets = Зараз талонів більше немає.
room-no-tickets-do = У вас є талон? Залишайтеся тут.
room-no-tickets-note = Зараз талонів більше немає. Тих, хто чекає, викликають.
room-stale =
    Немає нових даних { $seconds ->
        [one] { $seconds } секунду.
        [few] { $seconds } секунди.
        [many] { $seconds } секунд.
       *[other] { $seconds } секунди.
    }
room-stale-foot = Застаріло: { $seconds } с
room-offline = Екран не підключено.
room-offline-do = Слухайте працівників.
room-offline-since = З { $time }. Екран сам пробує знову.
room-offline-always = Екран сам пробує підключитися.
room-offline-token = Екран не розпізнано.
room-sound = Звук вимкнено: торкніться екрана
room-caption = { $number } · Вікно { $counter }
room-counter = Вікно { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Номер { $number }. Вікно { $counter }.
room-say-recall = Повторний виклик. Номер { $number }. Вікно { $counter }.
room-way-left = Ліворуч.
room-way-right = Праворуч.
room-way-ahead = Прямо.
room-way-back = Позаду вас.
room-way-up = Нагорі.
room-way-down = Внизу.
