### The waiting-room screen (room-) and the phone page (phone-), Chinese, simplified. To be reviewed by a native speaker.

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
room-offline = 屏幕没有连接。
room-offline-do = 请听接待处叫号。
room-offline-since = 从 { $time } 开始。屏幕会自动重试。
room-offline-always = 屏幕会自动尝试连接。
room-offline-token = 无法识别这个屏幕。请打开带有密钥的完整网址。
room-sound = 声音已关闭：请触摸屏幕
room-caption = { $number } · { $counter } 号窗口

phone-title = 您的号码
phone-number = 您的号码
phone-connecting = 请稍等。
phone-ahead = { $count ->
    [0] 您前面没有人
   *[other] 您前面有 { $count } 人
}
phone-wait-range = 大约 { $low } 到 { $high } 分钟
phone-wait-less = 不到 { $high } 分钟
phone-wait-about = 大约 { $high } 分钟
phone-waiting = 请不要走远。这个页面会告诉您什么时候来。
phone-called = 轮到您了
phone-counter = { $counter } 号窗口
phone-go = 请到这个窗口。
phone-serving = 我们正在为您办理。
phone-parked = 我们为您保留位置。请不要走远，我们会再叫您。
phone-done = 已经办完。谢谢您来，再见。
phone-no-show = 您的号码已经过了。请到接待处来找我们。
phone-cancelled = 这个号码已取消。请到接待处来。
phone-expired = 今天已经结束。下次来，请重新取号票。
phone-unknown = 这个链接已经失效。请到接待处来，我们会帮助您。
phone-lost = 从 { $time } 开始没有连接。
phone-lost-do = 请看大厅的屏幕，或到接待处询问。
