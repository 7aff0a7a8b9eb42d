### The phone page, Chinese, simplified. To be reviewed by a native speaker.

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
phone-cancelled = 您的位置已让出。如果改变主意，请到接待处来。
phone-expired = 今天已经结束。下次来，请重新取号票。
phone-unknown = 这个链接已经失效。请到接待处来，我们会帮助您。
phone-lost = 从 { $time } 开始没有连接。
phone-lost-do = 请看大厅的屏幕，或到接待处询问。
phone-recalled = 我们再次叫您
phone-way-left = 在左边。
phone-way-right = 在右边。
phone-way-ahead = 在前面。
phone-way-back = 在您身后。
phone-way-up = 在楼上。
phone-way-down = 在楼下。
phone-quiet = 停止铃声
phone-ring = 轮到我时响铃
phone-ring-on = 这部手机会响铃。请不要关闭这个页面。
phone-ring-stop = 不要响铃
phone-language = 选择语言
phone-pass = 让别人先办
phone-pass-title = 您让几个人先办？
phone-pass-say = 您的号码不变。您要等得久一些。
phone-pass-people = { $count } 人
phone-passed = 已记下。谢谢您让别人先办。
phone-nobody = 您后面没有人等。您的位置不变。
phone-leave = 我要走了
phone-leave-title = 您要走吗？
phone-leave-say = 您会让出位置。如果改变主意，请到接待处来。
phone-leave-yes = 是的，我要走了
phone-stay = 不，我留下
phone-back = 返回
phone-failed = 没有成功。请再试一次。
phone-busy = 请求太多。页面会自动继续。
phone-old = 这是 { $seconds } 秒前的消息。
phone-push-offer = 关闭页面也提醒我
phone-push-on = 即使您关闭这个页面，这部手机也会提醒您。
phone-push-stop = 不再提醒我
phone-push-refused = 您的手机不接收我们的消息。请让这个页面开着。
phone-push-failed = 没有成功。请让这个页面开着。
