# Kiosk, Turkish: polite "siz". To be reviewed by a native speaker.

language-name = Türkçe
greeting = Merhaba

back = Geri
change-language = Dili değiştir
choose-language = Dilinizi seçin.
listen = Dinle
text-larger = Daha büyük yazı
text-normal = Normal yazı
contrast-more = Daha güçlü renkler
contrast-normal = Normal renkler
reach-low = Ekranın alt kısmında
reach-normal = Bütün ekranda
mirror = Düğmeler öbür tarafta

listen-to = Dinle: { $label }
sound-quieter = Daha kısık
sound-louder = Daha yüksek
sound-stop = Sesi durdur
sound-all = Her şeyi sesli oku
sound-all-off = Sesli okumayı durdur
aloud-on = Her şeyi sesli okuyorum. Dinlemek için bir kez dokunun. Seçmek için iki kez dokunun.
aloud-keys = Klavyeyle: dinlemek için ok tuşu, seçmek için Enter tuşu.
aloud-off = Artık her şeyi okumuyorum.
aloud-choices = { $count } seçenek var.
aloud-chosen = Seçiminiz: { $label }

need-question = Size nasıl yardımcı olabiliriz?
need-other = Başka bir konu
need-other-question = Başka hangi konu?
need-full = Şu an dolu
need-full-why = Zaten çok kişi bekliyor.
need-full-next = Danışmadaki biriyle konuşun.
understood = Anladım

priority-question = Daha erken çağrılmanız gerekiyor mu?
priority-no = Hayır, teşekkürler
priority-gone = Bu seçenek artık burada yok. Fişinizi alın. Sonra danışmadaki biriyle konuşun.
priority-without = Fişimi al

one-moment = Bir dakika lütfen…

your-number = Numaranız
people-ahead = { $count ->
    [0] Önünüzde kimse yok
   *[other] Önünüzde { $count } kişi var
}
wait-range = yaklaşık { $low } ila { $high } dakika
wait-less = { $high } dakikadan az
wait-about = yaklaşık { $high } dakika
ticket-parked = Yerinizi saklıyoruz. Sizi yeniden çağıracağız.
ticket-no-show = Numaranız geçti. Danışmaya gelin.
ticket-cancelled = Bu numara iptal edildi. Danışmaya gelin.
ticket-expired = Gün bitti. Yeniden gelirseniz yeni bir fiş alın.
your-turn = Sıra sizde: Gişe { $counter }.

no-paper = Kâğıt fiş yok. Numaranız burada görünecek.
paper-printing = Fişiniz yazdırılıyor.
paper-take = Fişinizi alın.
paper-perhaps = Fiş çıktı mı?
paper-late = Fiş henüz çıkmadı.
paper-failed = Yazıcı çalışmıyor.
paper-none = Fiş çıkmadı.
paper-absent = Kâğıt fiş yok.
remember = Numaranızı unutmayın: { $number }.
follow-code = Bu kodun fotoğrafını çekin: telefonunuz sırayı takip eder.
follow-code-picture = Numaranızı takip eden sayfanın kodu.
sit-down = Lütfen oturun.
watch-screen = Ekrana bakın. Sizi çağıracağız.
done = Bitirdim
number-again = Numaramı yeniden gör

still-here = Hâlâ burada mısınız?
still-here-why = Değilseniz ekran başa döner.
yes = Evet

touch-screen = Ekrana dokunun.

unavailable = Bu makine çalışmıyor.
unavailable-next = Danışmaya gelin.
no-needs = Bu makinede fiş yok.
no-needs-next = Danışmaya gelin.
closed = Danışma şu an kapalı.
closed-next = Lütfen daha sonra gelin.
last-tickets = Şu an artık fiş vermiyoruz.
last-tickets-next = Fişiniz var mı? Burada kalın. Sizi çağıracağız.
stopped = Şu an fiş vermiyoruz.
stopped-next = Danışmadaki biriyle konuşun.
