# Kiosk, Russian: polite "вы". To be reviewed by a native speaker.

language-name = Русский
greeting = Здравствуйте

back = Назад
change-language = Сменить язык
choose-language = Выберите язык.
listen = Слушать
text-larger = Крупный текст
text-normal = Обычный текст
contrast-more = Яркие цвета
contrast-normal = Обычные цвета
reach-low = Внизу экрана
reach-normal = На весь экран
mirror = Кнопки с другой стороны

listen-to = Слушать: { $label }
sound-quieter = Тише
sound-louder = Громче
sound-stop = Выключить звук
sound-all = Читать всё вслух
sound-all-off = Не читать всё вслух
aloud-on = Я читаю всё вслух. Коснитесь один раз, чтобы слушать. Коснитесь два раза, чтобы выбрать.
aloud-keys = С клавиатурой: стрелка — слушать, Enter — выбрать.
aloud-off = Я больше не читаю всё вслух.
aloud-choices = { $count ->
    [one] Есть { $count } вариант.
    [few] Есть { $count } варианта.
    [many] Есть { $count } вариантов.
   *[other] Есть { $count } варианта.
}
aloud-chosen = Вы выбрали: { $label }

need-question = Чем мы можем помочь?
need-other = Другое
need-other-question = По какому другому вопросу?
need-full = Пока мест нет
need-full-why = Уже ждёт много людей.
need-full-next = Обратитесь к сотруднику приёма.
understood = Понятно

priority-question = Вам нужно пройти раньше?
priority-no = Нет, спасибо
priority-gone = Здесь этот выбор больше невозможен. Возьмите талон. Потом обратитесь к сотруднику приёма.
priority-without = Взять талон

one-moment = Одну минуту…

your-number = Ваш номер
people-ahead = { $count ->
    [0] Перед вами никого нет
    [one] Перед вами { $count } человек
    [few] Перед вами { $count } человека
    [many] Перед вами { $count } человек
   *[other] Перед вами { $count } человека
}
# After “to” and “less than” stands the genitive: only 1, 21, 31 … take its singular.
wait-range = примерно от { $low } до { $high ->
    [one] { $high } минуты
    [few] { $high } минут
    [many] { $high } минут
   *[other] { $high } минуты
}
wait-less = меньше { $high ->
    [one] { $high } минуты
    [few] { $high } минут
    [many] { $high } минут
   *[other] { $high } минуты
}
wait-about = примерно { $high ->
    [one] { $high } минута
    [few] { $high } минуты
    [many] { $high } минут
   *[other] { $high } минуты
}
ticket-parked = Мы держим ваше место. Мы вызовем вас снова.
ticket-no-show = Ваш номер уже прошёл. Подойдите к стойке приёма.
ticket-cancelled = Этот номер отменён. Подойдите к стойке приёма.
ticket-expired = День закончился. Когда придёте снова, возьмите новый талон.
your-turn = Ваша очередь: Окно { $counter }.

no-paper = Бумажных талонов нет. Ваш номер появится здесь.
paper-printing = Ваш талон печатается.
paper-take = Возьмите талон.
paper-perhaps = Талон вышел?
paper-late = Талон ещё не вышел.
paper-failed = Принтер не работает.
paper-none = Талон не вышел.
paper-absent = Бумажных талонов нет.
remember = Запомните свой номер: { $number }.
follow-code = Сфотографируйте этот код: телефон покажет очередь.
follow-code-picture = Код страницы, которая следит за вашим номером.
sit-down = Присядьте.
watch-screen = Смотрите на экран. Мы вас вызовем.
done = Готово
number-again = Показать номер ещё раз

still-here = Вы ещё здесь?
still-here-why = Если нет, экран вернётся к началу.
yes = Да

touch-screen = Коснитесь экрана.

unavailable = Этот аппарат не работает.
unavailable-next = Подойдите к стойке приёма.
no-needs = Этот аппарат не выдаёт талоны.
no-needs-next = Подойдите к стойке приёма.
closed = Приём сейчас закрыт.
closed-next = Приходите позже.
last-tickets = Сейчас мы больше не выдаём талоны.
last-tickets-next = У вас есть талон? Оставайтесь. Мы вас вызовем.
stopped = Сейчас мы не выдаём талоны.
stopped-next = Обратитесь к сотруднику приёма.
