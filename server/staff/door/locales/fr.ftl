# La porte : s’identifier, son mot de passe, et où aller.

bar = Pages
bar-menu = Menu
bar-sites = Mes sites
bar-devices = Appareils
bar-people = L’équipe
bar-trail = Historique
bar-password = Mon mot de passe
sign-in-name-hint = Celui de votre compte. Les majuscules et les accents ne comptent pas.
sign-in-first = Identifiez-vous. La page que vous avez demandée s’ouvrira ensuite.
no-sites = Vous n’avez pas encore de site. Demandez à votre responsable de vous en donner un.
sign-in-locked-seconds = { $count ->
    [one] Trop d’essais avec ce nom. Attendez { $count } seconde, puis réessayez.
   *[other] Trop d’essais avec ce nom. Attendez { $count } secondes, puis réessayez.
}
sign-in-locked-minutes = { $count ->
    [one] Trop d’essais avec ce nom. Attendez { $count } minute, puis réessayez. Vous avez oublié votre mot de passe ? Demandez-en un nouveau à votre responsable.
   *[other] Trop d’essais avec ce nom. Attendez { $count } minutes, puis réessayez. Vous avez oublié votre mot de passe ? Demandez-en un nouveau à votre responsable.
}

# Son mot de passe

password-title = Mon mot de passe
password-lead = Vos autres sessions ouvertes se fermeront.
password-due-by = { $by } vous a donné le mot de passe que vous venez de taper, et le connaît. Il sert seulement à entrer ici pour choisir le vôtre. Faites-le maintenant.
password-due = Le mot de passe que vous venez de taper vous a été donné : une autre personne le connaît. Il sert seulement à entrer ici pour choisir le vôtre. Faites-le maintenant.
password-old = Mot de passe actuel
password-given-once = Mot de passe qu’on vous a donné
password-new = Nouveau mot de passe
password-hint = Au moins { $count } caractères. Plusieurs mots qui ne vont pas ensemble se retiennent bien.
password-again = Nouveau mot de passe, encore une fois
password-save = Changer mon mot de passe
password-wrong = Le mot de passe actuel n’est pas le bon. Vérifiez, puis réessayez.
password-not-twice = Les deux nouveaux mots de passe sont différents. Tapez deux fois le même.
password-changed = Votre mot de passe est changé.
