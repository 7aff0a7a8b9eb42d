### The waiting-room screen, Turkish. To be reviewed by a native speaker.

room-title = Bekleme salonu
room-connecting = Ekran bağlanıyor. Danışmayı dinleyin.
room-recall = Yeniden çağrı
room-waiting =
    { $count ->
        [0] Bekleyen yok
       *[other] kişi bekliyor
    }
room-hello = Merhaba.
room-take = Makineden fiş alın.
room-here = Sizi burada çağıracağız.
room-closed = Danışma kapalı.
room-closed-do = Görüşmek üzere.
room-closed-note = Kapalı
room-no-tickets = Şu an artık fiş yok.
room-no-tickets-do = Fişiniz var mı? Burada kalın.
room-no-tickets-note = Şu an artık fiş yok. Bekleyen kişiler çağrılıyor.
room-stale = { $seconds } saniyedir güncel değil.
room-stale-foot = Güncel değil: { $seconds } sn
room-offline = Ekran bağlı değil.
room-offline-do = Danışmayı dinleyin.
room-offline-since = { $time } saatinden beri. Ekran kendi kendine yeniden deniyor.
room-offline-always = Ekran kendi kendine bağlanmayı deniyor.
room-offline-token = Ekran tanınmıyor.
room-sound = Ses kapalı: ekrana dokunun
room-caption = { $number } · Gişe { $counter }
room-counter = Gişe { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Numara { $number }. Gişe { $counter }.
room-say-recall = Yeniden çağrı. Numara { $number }. Gişe { $counter }.
room-way-left = Solda.
room-way-right = Sağda.
room-way-ahead = İleride.
room-way-back = Arkanızda.
room-way-up = Üst katta.
room-way-down = Alt katta.
