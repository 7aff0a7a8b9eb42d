# Kiosk, Chinese, simplified: polite "您". To be reviewed by a native speaker.

language-name = 中文
greeting = 您好

back = 返回
change-language = 更换语言
choose-language = 请选择您的语言。
listen = 收听
text-larger = 放大文字
text-normal = 正常文字
contrast-more = 加深颜色
contrast-normal = 正常颜色
reach-low = 显示在屏幕下方
reach-normal = 显示在整个屏幕
mirror = 按钮换到另一边

listen-to = 收听：{ $label }
sound-quieter = 小声一点
sound-louder = 大声一点
sound-stop = 停止声音
sound-all = 朗读全部内容
sound-all-off = 停止全部朗读
aloud-on = 我会朗读全部内容。点一下，收听。点两下，选择。
aloud-keys = 使用键盘：按方向键收听，按 Enter 键选择。
aloud-off = 我不再朗读全部内容。
aloud-choices = 有 { $count } 个选项。
aloud-chosen = 您选择了：{ $label }

need-question = 请问您来办什么事？
need-other = 其他事情
need-other-question = 您要办什么其他事情？
need-full = 目前已满
need-full-why = 已经有很多人在等。
need-full-next = 请到接待处问工作人员。
understood = 我明白了

priority-question = 您需要提前办理吗？
priority-no = 不用，谢谢
priority-gone = 这里不能再选这一项。请取号票。然后请到接待处问工作人员。
priority-without = 取号票

one-moment = 请稍等…

your-number = 您的号码
people-ahead = { $count ->
    [0] 您前面没有人
   *[other] 您前面有 { $count } 人
}
wait-range = 大约 { $low } 到 { $high } 分钟
wait-less = 不到 { $high } 分钟
wait-about = 大约 { $high } 分钟
ticket-parked = 我们为您保留位置。我们会再叫您。
ticket-no-show = 您的号码已经过了。请到接待处来。
ticket-cancelled = 这个号码已取消。请到接待处来。
ticket-expired = 今天已经结束。下次来，请重新取号票。
your-turn = 轮到您了：{ $counter } 号窗口。

no-paper = 没有纸质号票。您的号码会显示在这里。
paper-printing = 正在打印您的号票。
paper-take = 请取号票。
paper-perhaps = 号票出来了吗？
paper-late = 号票还没有出来。
paper-failed = 打印机坏了。
paper-none = 号票没有出来。
paper-absent = 没有纸质号票。
remember = 请记住您的号码：{ $number }。
follow-code = 请用手机扫这个码：手机会显示排队情况。
follow-code-picture = 查看您号码的网页的二维码。
sit-down = 请坐。
watch-screen = 请看屏幕。我们会叫您。
done = 完成
number-again = 再看一次我的号码

still-here = 您还在吗？
still-here-why = 如果不在，屏幕会回到开始。
yes = 我在

touch-screen = 请触摸屏幕。

unavailable = 这台机器不能用。
unavailable-next = 请到接待处来。
no-needs = 这台机器不能取号票。
no-needs-next = 请到接待处来。
closed = 接待处现在不开放。
closed-next = 请稍后再来。
last-tickets = 我们现在不再发号票。
last-tickets-next = 您有号票吗？请留下。我们会叫您。
stopped = 我们现在不发号票。
stopped-next = 请到接待处问工作人员。
