### The waiting-room screen (room-) and the phone page (phone-), Russian. To be reviewed by a native speaker.

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
room-offline = Экран не подключён.
room-offline-do = Слушайте сотрудников.
room-offline-since = С { $time }. Экран сам пробует снова.
room-offline-always = Экран сам пробует подключиться.
room-offline-token = Экран не распознан. Откройте его полный адрес, с ключом.
room-sound = Звук выключен: коснитесь экрана
room-caption = { $number } · Окно { $counter }

phone-title = Ваш номер
phone-number = Ваш номер
phone-connecting = Одну минуту.
phone-ahead = { $count ->
    [0] Перед вами никого нет
    [one] Перед вами { $count } человек
    [few] Перед вами { $count } человека
    [many] Перед вами { $count } человек
   *[other] Перед вами { $count } человека
}
# After “to” and “less than” stands the genitive: only 1, 21, 31 … take its singular.
phone-wait-range = примерно от { $low } до { $high ->
    [one] { $high } минуты
    [few] { $high } минут
    [many] { $high } минут
   *[other] { $high } минуты
}
phone-wait-less = меньше { $high ->
    [one] { $high } минуты
    [few] { $high } минут
    [many] { $high } минут
   *[other] { $high } минуты
}
phone-wait-about = примерно { $high ->
    [one] { $high } минута
    [few] { $high } минуты
    [many] { $high } минут
   *[other] { $high } минуты
}
phone-waiting = Оставайтесь рядом. Эта страница скажет, когда подойти.
phone-called = Ваша очередь
phone-counter = Окно { $counter }
phone-go = Подойдите к этому окну.
phone-serving = Мы занимаемся вашим вопросом.
phone-parked = Мы держим ваше место. Оставайтесь рядом, мы вызовем вас снова.
phone-done = Всё готово. Спасибо, что пришли, до встречи.
phone-no-show = Ваш номер уже прошёл. Подойдите к нам, к стойке приёма.
phone-cancelled = Этот номер отменён. Подойдите к стойке приёма.
phone-expired = День закончился. Когда придёте снова, возьмите новый талон.
phone-unknown = Эта ссылка больше не работает. Подойдите к стойке приёма, мы поможем.
phone-lost = Нет связи с { $time }.
phone-lost-do = Смотрите на экран в зале или спросите сотрудника.
