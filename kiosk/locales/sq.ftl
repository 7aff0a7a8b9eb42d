# Kiosk, Albanian: polite "ju". To be reviewed by a native speaker.

language-name = Shqip
greeting = Mirëdita

back = Prapa
change-language = Ndryshoni gjuhën
choose-language = Zgjidhni gjuhën tuaj.
listen = Dëgjoni
text-larger = Shkronja më të mëdha
text-normal = Shkronja normale
contrast-more = Ngjyra më të forta
contrast-normal = Ngjyra normale
reach-low = Në fund të ekranit
reach-normal = Në të gjithë ekranin
mirror = Butonat në anën tjetër

listen-to = Dëgjoni: { $label }
sound-quieter = Më ulët
sound-louder = Më fort
sound-stop = Ndaloni zërin
sound-all = Lexim me zë i gjithçkaje
sound-all-off = Ndaloni leximin me zë
aloud-on = Lexoj gjithçka me zë. Prekni një herë për të dëgjuar. Prekni dy herë për të zgjedhur.
aloud-keys = Me tastierë: shigjeta për të dëgjuar, Enter për të zgjedhur.
aloud-off = Nuk lexoj më gjithçka.
aloud-choices = { $count ->
    [one] Ka { $count } zgjedhje.
   *[other] Ka { $count } zgjedhje.
}
aloud-chosen = Zgjodhët: { $label }

need-question = Si mund t’ju ndihmojmë?
need-other = Diçka tjetër
need-other-question = Për çfarë tjetër?
need-full = Plot për momentin
need-full-why = Tashmë po presin shumë njerëz.
need-full-next = Flisni me dikë në recepsion.
understood = E kuptova

priority-question = A keni nevojë të kaloni më herët?
priority-no = Jo, faleminderit
priority-gone = Kjo zgjedhje nuk është më e mundur këtu. Merrni biletën tuaj. Pastaj flisni me dikë në recepsion.
priority-without = Marr biletën time

one-moment = Një çast…

your-number = Numri juaj
people-ahead = { $count ->
    [0] Askush para jush
    [one] { $count } person para jush
   *[other] { $count } persona para jush
}
wait-range = rreth { $low } deri në { $high } minuta
wait-less = më pak se { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
wait-about = rreth { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
ticket-parked = Po ju ruajmë vendin. Do t’ju thërrasim përsëri.
ticket-no-show = Numri juaj kaloi. Ejani në recepsion.
ticket-cancelled = Ky numër është anuluar. Ejani në recepsion.
ticket-expired = Dita mbaroi. Kur të vini përsëri, merrni një biletë të re.
your-turn = Është radha juaj: Sporteli { $counter }.

no-paper = Nuk ka bileta letre. Numri juaj shfaqet këtu.
paper-printing = Bileta juaj po printohet.
paper-take = Merrni biletën tuaj.
paper-perhaps = A doli bileta?
paper-late = Bileta nuk ka dalë ende.
paper-failed = Printeri nuk punon.
paper-none = Bileta nuk doli.
paper-absent = Nuk ka bileta letre.
remember = Mbani mend numrin tuaj: { $number }.
follow-code = Fotografoni këtë kod: telefoni juaj ndjek radhën.
follow-code-picture = Kodi i faqes që ndjek numrin tuaj.
sit-down = Uluni.
watch-screen = Shikoni ekranin. Do t’ju thërrasim.
done = Mbarova
number-again = Shoh përsëri numrin tim

still-here = A jeni ende këtu?
still-here-why = Nëse jo, ekrani kthehet në fillim.
yes = Po

touch-screen = Prekni ekranin.

unavailable = Ky aparat nuk punon.
unavailable-next = Ejani në recepsion.
no-needs = Nuk ka bileta në këtë aparat.
no-needs-next = Ejani në recepsion.
closed = Recepsioni është i mbyllur për momentin.
closed-next = Ejani më vonë.
last-tickets = Për momentin nuk japim më bileta.
last-tickets-next = A keni biletë? Qëndroni. Do t’ju thërrasim.
stopped = Për momentin nuk japim bileta.
stopped-next = Flisni me dikë në recepsion.
