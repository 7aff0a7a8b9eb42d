### The waiting-room screen, Chinese, simplified. To be reviewed by a native speaker.

room-title = 等候室
room-connecting = 屏幕正在连接。请听接待处叫号。
room-recall = 再次叫号
room-waiting =
    { $count ->
        [0] 没有人在等
       *[other] 人在等
    }
room-hello = 您好。
room-take = 请在机器上取号票。
room-here = 我们会在这里叫您。
room-closed = 接待处已关门。
room-closed-do = 再见。
room-closed-note = 已关门
room-no-tickets = 现在不再发号票。
room-no-tickets-do = 您有号票吗？请留在这里。
room-no-tickets-note = 现在不再发号票。正在等的人会被叫到。
room-stale = 已有 { $seconds } 秒没有更新。
room-stale-foot = 未更新：{ $seconds } 秒
room-offline = 屏幕没有连接。
room-offline-do = 请听接待处叫号。
room-offline-since = 从 { $time } 开始。屏幕会自动重试。
room-offline-always = 屏幕会自动尝试连接。
room-offline-token = 无法识别这个屏幕。
room-sound = 声音已关闭：请触摸屏幕
room-caption = { $number } · { $counter } 号窗口
room-counter = { $counter } 号窗口

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = 请 { $number } 号到 { $counter } 号窗口。
room-say-recall = 再次叫号。请 { $number } 号到 { $counter } 号窗口。
room-way-left = 在左边。
room-way-right = 在右边。
room-way-ahead = 在前面。
room-way-back = 在您身后。
room-way-up = 在楼上。
room-way-down = 在楼下。
