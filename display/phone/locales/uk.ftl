### The phone page, Ukrainian. To be reviewed by a native speaker.

phone-title = Ваш номер
phone-number = Ваш номер
phone-connecting = Хвилинку.
phone-ahead = { $count ->
    [0] Перед вами нікого немає
    [one] Перед вами { $count } людина
    [few] Перед вами { $count } людини
    [many] Перед вами { $count } людей
   *[other] Перед вами { $count } людини
}
# After “to” and “less than” stands the genitive: only 1, 21, 31 … take its singular.
phone-wait-range = приблизно від { $low } до { $high ->
    [one] { $high } хвилини
    [few] { $high } хвилин
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
phone-wait-less = менше { $high ->
    [one] { $high } хвилини
    [few] { $high } хвилин
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
phone-wait-about = приблизно { $high ->
    [one] { $high } хвилина
    [few] { $high } хвилини
    [many] { $high } хвилин
   *[other] { $high } хвилини
}
phone-waiting = Залишайтеся поруч. Ця сторінка скаже, коли підійти.
phone-called = Ваша черга
phone-counter = Вікно { $counter }
phone-go = Підійдіть до цього вікна.
phone-serving = Ми займаємося вашим питанням.
phone-parked = Ми тримаємо ваше місце. Залишайтеся поруч, ми викличемо вас знову.
phone-done = Усе готово. Дякуємо, що прийшли, до зустрічі.
phone-no-show = Ваш номер уже пройшов. Підійдіть до нас, до стійки прийому.
phone-cancelled = Ваше місце в черзі звільнено. Якщо передумаєте, підійдіть до стійки прийому.
phone-expired = День закінчився. Коли прийдете знову, візьміть новий талон.
phone-unknown = Це посилання більше не працює. Підійдіть до стійки прийому, ми допоможемо.
phone-lost = Немає зв’язку з { $time }.
phone-lost-do = Дивіться на екран у залі або запитайте працівника.
phone-recalled = Ми знову викликаємо вас
phone-way-left = Ліворуч.
phone-way-right = Праворуч.
phone-way-ahead = Прямо.
phone-way-back = Позаду вас.
phone-way-up = Нагорі.
phone-way-down = Внизу.
phone-quiet = Вимкнути дзвінок
phone-ring = Увімкнути дзвінок, коли підійде моя черга
phone-ring-on = Цей телефон задзвонить. Не закривайте цю сторінку.
phone-ring-stop = Не вмикати дзвінок
phone-language = Обрати мову
phone-pass = Пропустити вперед
phone-pass-title = Скільки людей ви пропустите?
phone-pass-say = Номер залишиться у вас. Чекати доведеться довше.
phone-pass-people = { $count ->
    [one] { $count } людину
    [few] { $count } людини
    [many] { $count } людей
   *[other] { $count } людини
}
phone-passed = Прийнято. Дякуємо, що пропускаєте інших уперед.
phone-nobody = За вами ніхто не чекає. Місце залишається за вами.
phone-leave = Я йду
phone-leave-title = Ви йдете?
phone-leave-say = Ви віддаєте своє місце. Якщо передумаєте, підійдіть до стійки прийому.
phone-leave-yes = Так, я йду
phone-stay = Ні, я залишаюся
phone-back = Назад
phone-failed = Не вийшло. Спробуйте ще раз.
phone-busy = Забагато запитів. Сторінка продовжить сама.
phone-old = Відомості { $seconds } секунд тому.
phone-push-offer = Повідомити, навіть якщо сторінку закрито
phone-push-on = Цей телефон повідомить вас, навіть якщо ви закриєте сторінку.
phone-push-stop = Більше не повідомляти
phone-push-refused = Ваш телефон блокує наші повідомлення. Не закривайте цю сторінку.
phone-push-failed = Не вийшло. Не закривайте цю сторінку.
