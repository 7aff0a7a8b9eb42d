# The paper ticket, Turkish: polite, one idea a sentence. To be reviewed by a native speaker.
date = d MMMM EEEE HH:mm
ahead = { $ahead ->
    [0] Önünüzde kimse yok
   *[other] Önünüzde { $ahead } kişi var
}
wait-range = yaklaşık { $low } ila { $high } dakika
wait-about = yaklaşık { $high } dakika
wait-less = { $high } dakikadan az
watch = Ekrana bakın.
follow = Sırayı buradan takip edin.
