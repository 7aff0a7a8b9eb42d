# تذكرة الورق: فكرة واحدة في كل جملة.
date = EEEE d MMMM HH:mm
ahead = { $ahead ->
    [0] لا أحد قبلك
    [one] شخص واحد قبلك
    [two] شخصان قبلك
    [few] { $ahead } أشخاص قبلك
    [many] { $ahead } شخصًا قبلك
   *[other] { $ahead } شخص قبلك
}
watch = انظر إلى الشاشة.
follow = تابع دورك هنا.
