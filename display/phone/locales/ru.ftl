### The phone page, Russian. To be reviewed by a native speaker.

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
phone-cancelled = Ваше место в очереди освобождено. Если передумаете, подойдите к стойке приёма.
phone-expired = День закончился. Когда придёте снова, возьмите новый талон.
phone-unknown = Эта ссылка больше не работает. Подойдите к стойке приёма, мы поможем.
phone-lost = Нет связи с { $time }.
phone-lost-do = Смотрите на экран в зале или спросите сотрудника.
phone-recalled = Мы снова вызываем вас
phone-way-left = Налево.
phone-way-right = Направо.
phone-way-ahead = Прямо.
phone-way-back = Позади вас.
phone-way-up = Наверху.
phone-way-down = Внизу.
phone-quiet = Выключить звонок
phone-ring = Включить звонок, когда подойдёт моя очередь
phone-ring-on = Этот телефон зазвонит. Не закрывайте эту страницу.
phone-ring-stop = Не включать звонок
phone-language = Выбрать язык
phone-pass = Пропустить вперёд
phone-pass-title = Сколько человек вы пропустите?
phone-pass-say = Номер останется у вас. Ждать придётся дольше.
phone-pass-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
phone-passed = Принято. Спасибо, что пропускаете других вперёд.
phone-nobody = За вами никто не ждёт. Место остаётся за вами.
phone-leave = Я ухожу
phone-leave-title = Вы уходите?
phone-leave-say = Вы отдаёте своё место. Если передумаете, подойдите к стойке приёма.
phone-leave-yes = Да, я ухожу
phone-stay = Нет, я остаюсь
phone-back = Назад
phone-failed = Не получилось. Попробуйте ещё раз.
phone-busy = Слишком много запросов. Страница продолжит сама.
phone-old = Сведения { $seconds } секунд назад.
phone-push-offer = Сообщить, даже если страница закрыта
phone-push-on = Этот телефон сообщит вам, даже если вы закроете страницу.
phone-push-stop = Больше не сообщать
phone-push-refused = Ваш телефон блокирует наши сообщения. Не закрывайте эту страницу.
phone-push-failed = Не получилось. Не закрывайте эту страницу.
