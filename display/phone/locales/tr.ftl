### The phone page, Turkish. To be reviewed by a native speaker.

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
phone-cancelled = Yeriniz bırakıldı. Fikriniz değişirse danışmaya gelin.
phone-expired = Gün bitti. Yeniden gelirseniz yeni bir fiş alın.
phone-unknown = Bu bağlantı artık çalışmıyor. Danışmaya gelin, size yardım ederiz.
phone-lost = { $time } saatinden beri bağlantı yok.
phone-lost-do = Salondaki ekrana bakın veya danışmaya sorun.
phone-recalled = Sizi tekrar çağırıyoruz
phone-way-left = Solda.
phone-way-right = Sağda.
phone-way-ahead = İleride.
phone-way-back = Arkanızda.
phone-way-up = Üst katta.
phone-way-down = Alt katta.
phone-quiet = Sesi durdur
phone-ring = Sıram gelince çal
phone-ring-on = Bu telefon çalacak. Bu sayfayı açık tutun.
phone-ring-stop = Çalmasın
phone-language = Dil seçin
phone-pass = Başkalarına yol ver
phone-pass-title = Kaç kişiye yol veriyorsunuz?
phone-pass-say = Numaranız sizde kalır. Daha uzun beklersiniz.
phone-pass-people = { $count } kişi
phone-passed = Kaydedildi. Yol verdiğiniz için teşekkürler.
phone-nobody = Arkanızda bekleyen yok. Yeriniz sizde kalır.
phone-leave = Gidiyorum
phone-leave-title = Gidiyor musunuz?
phone-leave-say = Yerinizi bırakıyorsunuz. Fikriniz değişirse danışmaya gelin.
phone-leave-yes = Evet, gidiyorum
phone-stay = Hayır, kalıyorum
phone-back = Geri
phone-failed = Olmadı. Lütfen tekrar deneyin.
phone-busy = Çok fazla istek var. Sayfa kendiliğinden devam eder.
phone-old = { $seconds } saniye önceki bilgi.
phone-push-offer = Sayfa kapalıyken de haber ver
phone-push-on = Bu telefon, sayfayı kapatsanız bile size haber verir.
phone-push-stop = Artık haber verme
phone-push-refused = Telefonunuz mesajlarımızı engelliyor. Bu sayfayı açık tutun.
phone-push-failed = Olmadı. Bu sayfayı açık tutun.
