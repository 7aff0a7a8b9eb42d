### The waiting-room screen (room-) and the phone page (phone-), Turkish. To be reviewed by a native speaker.

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
room-offline = Ekran bağlı değil.
room-offline-do = Danışmayı dinleyin.
room-offline-since = { $time } saatinden beri. Ekran kendi kendine yeniden deniyor.
room-offline-always = Ekran kendi kendine bağlanmayı deniyor.
room-offline-token = Ekran tanınmıyor. Tam adresini anahtarıyla birlikte açın.
room-sound = Ses kapalı: ekrana dokunun
room-caption = { $number } · Gişe { $counter }

phone-title = Numaranız
phone-number = Numaranız
phone-connecting = Bir dakika lütfen.
phone-ahead = { $count ->
    [0] Önünüzde kimse yok
   *[other] Önünüzde { $count } kişi var
}
phone-wait-range = yaklaşık { $low } ila { $high } dakika
phone-wait-less = { $high } dakikadan az
phone-wait-about = yaklaşık { $high } dakika
phone-waiting = Yakınlarda kalın. Bu sayfa ne zaman geleceğinizi söyler.
phone-called = Sıra sizde
phone-counter = Gişe { $counter }
phone-go = Bu gişeye gidin.
phone-serving = Sizinle ilgileniyoruz.
phone-parked = Yerinizi saklıyoruz. Yakınlarda kalın, sizi yeniden çağıracağız.
phone-done = İşlem bitti. Geldiğiniz için teşekkürler, görüşmek üzere.
phone-no-show = Numaranız geçti. Danışmaya, yanımıza gelin.
phone-cancelled = Bu numara iptal edildi. Danışmaya gelin.
phone-expired = Gün bitti. Yeniden gelirseniz yeni bir fiş alın.
phone-unknown = Bu bağlantı artık çalışmıyor. Danışmaya gelin, size yardım ederiz.
phone-lost = { $time } saatinden beri bağlantı yok.
phone-lost-do = Salondaki ekrana bakın veya danışmaya sorun.
