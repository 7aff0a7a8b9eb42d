### The waiting-room screen, Arabic: the polite plural. To be reviewed by a native speaker.

room-title = قاعة الانتظار
room-connecting = الشاشة قيد الاتصال. استمعوا إلى الاستقبال.
room-recall = نداء من جديد
room-waiting =
    { $count ->
        [zero] لا أحد ينتظر
        [one] شخص ينتظر
        [two] شخصان ينتظران
        [few] أشخاص ينتظرون
        [many] شخصًا ينتظرون
       *[other] شخص ينتظرون
    }
room-hello = مرحبًا.
room-take = خذوا تذكرة من الجهاز.
room-here = نناديكم هنا.
room-closed = الاستقبال مغلق.
room-closed-do = إلى اللقاء.
room-closed-note = مغلق
room-no-tickets = لا نعطي تذاكر جديدة الآن.
room-no-tickets-do = هل لديكم تذكرة؟ ابقوا هنا.
room-no-tickets-note = لا تذاكر جديدة الآن. ننادي من ينتظرون.
room-stale =
    لم تُحدَّث الشاشة منذ { $seconds ->
        [zero] { $seconds } ثانية.
        [one] ثانية واحدة.
        [two] ثانيتين.
        [few] { $seconds } ثوانٍ.
        [many] { $seconds } ثانية.
       *[other] { $seconds } ثانية.
    }
room-stale-foot = غير محدّثة: { $seconds } ث
room-offline = الشاشة غير متصلة.
room-offline-do = استمعوا إلى الاستقبال.
room-offline-since = منذ { $time }. تحاول الشاشة الاتصال من جديد تلقائيًا.
room-offline-always = تحاول الشاشة الاتصال تلقائيًا.
room-offline-token = الشاشة غير معروفة.
room-sound = الصوت متوقف: المسوا الشاشة
# عبارة النداء، تُقرأ أيضًا في برامج قراءة الشاشة.
room-caption = { $number } · شباك { $counter }
room-counter = شباك { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = الرقم { $number }. شباك { $counter }.
room-say-recall = نداء من جديد. الرقم { $number }. شباك { $counter }.
room-way-left = على اليسار.
room-way-right = على اليمين.
room-way-ahead = إلى الأمام.
room-way-back = خلفكم.
room-way-up = في الطابق الأعلى.
room-way-down = في الطابق الأسفل.
