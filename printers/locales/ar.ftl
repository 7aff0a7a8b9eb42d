# تذكرة الورق: فكرة واحدة في كل جملة.
date = EEEE d MMMM HH:mm
ahead = { $ahead ->
    [0] لا أحد قبلكم
    [one] شخص واحد قبلكم
    [two] شخصان قبلكم
    [few] { $ahead } أشخاص قبلكم
    [many] { $ahead } شخصًا قبلكم
   *[other] { $ahead } شخص قبلكم
}
watch = انظروا إلى الشاشة.
follow = تابعوا دوركم هنا.
