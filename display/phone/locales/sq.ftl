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
phone-cancelled = Vendi juaj u lirua. Nëse ndërroni mendje, ejani në recepsion.
phone-expired = Dita mbaroi. Kur të vini përsëri, merrni një biletë të re.
phone-unknown = Kjo lidhje nuk punon më. Ejani në recepsion, do t’ju ndihmojmë.
phone-lost = Pa lidhje që në orën { $time }.
phone-lost-do = Shikoni ekranin e sallës ose pyesni në recepsion.
phone-recalled = Ju thërrasim përsëri
phone-way-left = Majtas.
phone-way-right = Djathtas.
phone-way-ahead = Drejt përpara.
phone-way-back = Pas jush.
phone-way-up = Lart.
phone-way-down = Poshtë.
phone-quiet = Ndalni zilen
phone-ring = Bjeri ziles kur të jetë radha ime
phone-ring-on = Ky telefon do të bjerë. Mbajeni hapur këtë faqe.
phone-ring-stop = Mos i bjer ziles
phone-language = Zgjidhni gjuhën
phone-pass = Lejoj të tjerët të kalojnë
phone-pass-title = Sa persona lejoni të kalojnë?
phone-pass-say = E mbani numrin tuaj. Prisni më gjatë.
phone-pass-people = { $count ->
    [one] { $count } person
   *[other] { $count } persona
}
phone-passed = U shënua. Faleminderit që i lini të tjerët të kalojnë.
phone-nobody = Askush nuk pret pas jush. E mbani vendin tuaj.
phone-leave = Po iki
phone-leave-title = Po ikni?
phone-leave-say = E lini vendin tuaj. Nëse ndërroni mendje, ejani në recepsion.
phone-leave-yes = Po, po iki
phone-stay = Jo, po rri
phone-back = Kthehu
phone-failed = Nuk funksionoi. Provoni përsëri.
phone-busy = Tepër kërkesa. Faqja vazhdon vetë.
phone-old = Lajme para { $seconds } sekondash.
phone-push-offer = Më njoftoni, edhe me faqen të mbyllur
phone-push-on = Ky telefon do t’ju njoftojë, edhe nëse e mbyllni këtë faqe.
phone-push-stop = Mos më njoftoni më
phone-push-refused = Telefoni juaj i bllokon mesazhet tona. Mbajeni këtë faqe të hapur.
phone-push-failed = Nuk funksionoi. Mbajeni këtë faqe të hapur.
