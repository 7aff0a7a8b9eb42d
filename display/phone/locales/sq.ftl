### The phone page, Albanian. To be reviewed by a native speaker.

phone-title = Numri juaj
phone-number = Numri juaj
phone-connecting = Një çast.
phone-ahead = { $count ->
    [0] Askush para jush
    [one] { $count } person para jush
   *[other] { $count } persona para jush
}
phone-wait-range = rreth { $low } deri në { $high } minuta
phone-wait-less = më pak se { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
phone-wait-about = rreth { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
phone-waiting = Qëndroni afër. Kjo faqe ju tregon kur të vini.
phone-called = Është radha juaj
phone-counter = Sporteli { $counter }
phone-go = Shkoni te ky sportel.
phone-serving = Po merremi me ju.
phone-parked = Po ju ruajmë vendin. Qëndroni afër, do t’ju thërrasim përsëri.
phone-done = Mbaroi. Faleminderit për vizitën, mirupafshim.
phone-no-show = Numri juaj kaloi. Ejani te ne, në recepsion.
phone-cancelled = Ky numër është anuluar. Ejani në recepsion.
phone-expired = Dita mbaroi. Kur të vini përsëri, merrni një biletë të re.
phone-unknown = Kjo lidhje nuk punon më. Ejani në recepsion, do t’ju ndihmojmë.
phone-lost = Pa lidhje që në orën { $time }.
phone-lost-do = Shikoni ekranin e sallës ose pyesni në recepsion.
phone-push-offer = Më njoftoni, edhe me faqen të mbyllur
phone-push-on = Ky telefon do t’ju njoftojë, edhe nëse e mbyllni këtë faqe.
phone-push-stop = Mos më njoftoni më
phone-push-refused = Telefoni juaj i bllokon mesazhet tona. Mbajeni këtë faqe të hapur.
phone-push-failed = Nuk funksionoi. Mbajeni këtë faqe të hapur.
