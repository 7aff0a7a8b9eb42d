# Kiosk, Ukrainian: polite "ви". To be reviewed by a native speaker.

language-name = Українська
greeting = Вітаємо

back = Назад
change-language = Змінити мову
choose-language = Виберіть мову.
listen = Слухати
text-larger = Великий текст
text-normal = Звичайний текст
contrast-more = Яскраві кольори
contrast-normal = Звичайні кольори
reach-low = Унизу екрана
reach-normal = На весь екран
mirror = Кнопки з іншого боку

listen-to = Слухати: { $label }
sound-quieter = Тихіше
sound-louder = Гучніше
sound-stop = Вимкнути звук
sound-all = Читати все вголос
sound-all-off = Не читати все вголос
aloud-on = Я читаю все вголос. Торкніться один раз, щоб слухати. Торкніться двічі, щоб вибрати.
aloud-keys = З клавіатурою: стрілка — слухати, Enter — вибрати.
aloud-off = Я більше не читаю все вголос.
aloud-choices = { $count ->
    [one] Є { $count } варіант.
    [few] Є { $count } варіанти.
    [many] Є { $count } варіантів.
   *[other] Є { $count } варіанта.
}
aloud-chosen = Ви вибрали: { $label }

need-question = Чим ми можемо допомогти?
need-other = Інше
need-other-question = З якого іншого питання?
need-full = Поки що місць немає
need-full-why = Уже чекає багато людей.
need-full-next = Зверніться до працівника прийому.
understood = Зрозуміло

priority-question = Вам потрібно пройти раніше?
priority-no = Ні, дякую
priority-gone = Тут цей вибір більше неможливий. Візьміть талон. Потім зверніться до працівника прийому.
priority-without = Взяти талон

one-moment = Хвилинку…

your-number = Ваш номер
people-ahead = { $count ->
    [0] Перед вами нікого немає
    [one] Перед вами { $count } людина
    [few] Перед вами { $count } людини
    [many] Перед вами { $count } людей
   *[other] Перед вами { $count } людини
}
# After “to” and “less than” stands the genitive: only 1, 21, 31 … take its singular.
wait-range = приблизно від { $low } до { $high ->
    [one] { $high } хвилини
    [few] { $high } хвилин
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
wait-less = менше { $high ->
    [one] { $high } хвилини
    [few] { $high } хвилин
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
wait-about = приблизно { $high ->
    [one] { $high } хвилина
    [few] { $high } хвилини
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
ticket-parked = Ми тримаємо ваше місце. Ми викличемо вас знову.
ticket-no-show = Ваш номер уже пройшов. Підійдіть до стійки прийому.
ticket-cancelled = Цей номер скасовано. Підійдіть до стійки прийому.
ticket-expired = День закінчився. Коли прийдете знову, візьміть новий талон.
your-turn = Ваша черга: Вікно { $counter }.

no-paper = Паперових талонів немає. Ваш номер з’явиться тут.
paper-printing = Ваш талон друкується.
paper-take = Візьміть талон.
paper-perhaps = Талон вийшов?
paper-late = Талон ще не вийшов.
paper-failed = Принтер не працює.
paper-none = Талон не вийшов.
paper-absent = Паперових талонів немає.
remember = Запам’ятайте свій номер: { $number }.
follow-code = Сфотографуйте цей код: телефон покаже чергу.
follow-code-picture = Код сторінки, яка стежить за вашим номером.
sit-down = Присядьте.
watch-screen = Дивіться на екран. Ми вас викличемо.
done = Готово
number-again = Показати номер ще раз

still-here = Ви ще тут?
still-here-why = Якщо ні, екран повернеться на початок.
yes = Так

touch-screen = Торкніться екрана.

unavailable = Цей апарат не працює.
unavailable-next = Підійдіть до стійки прийому.
no-needs = Цей апарат не видає талони.
no-needs-next = Підійдіть до стійки прийому.
closed = Прийом зараз зачинено.
closed-next = Приходьте пізніше.
last-tickets = Зараз ми більше не видаємо талони.
last-tickets-next = У вас є талон? Залишайтеся. Ми вас викличемо.
stopped = Зараз ми не видаємо талони.
stopped-next = Зверніться до працівника прийому.
