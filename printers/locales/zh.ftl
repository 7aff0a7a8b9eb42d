# The paper ticket, Chinese, simplified: polite, one idea a sentence. To be reviewed by a native speaker.
date = M月d日 EEEE HH:mm
ahead = { $ahead ->
    [0] 您前面没有人
   *[other] 您前面有 { $ahead } 人
}
wait-range = 大约 { $low } 到 { $high } 分钟
wait-about = 大约 { $high } 分钟
wait-less = 不到 { $high } 分钟
watch = 请看屏幕。
follow = 请在这里查看排队情况。
