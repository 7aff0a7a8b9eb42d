# Entrer avec le compte de la maison : le fournisseur d’identité ($provider est son nom sur le bouton).

provider-enter = Entrer avec { $provider }
provider-away-title = { $provider } ne répond pas
provider-away = Réessayez dans un moment. Vous avez un mot de passe ici ? Il marche toujours.
provider-refused-title = Cela n’a pas marché
provider-refused = { $provider } n’a pas confirmé qui vous êtes. Recommencez.
provider-left-title = Ce compte est fermé
provider-left = Demandez à votre responsable de le rouvrir.
provider-stranger-title = Nous ne vous connaissons pas encore
provider-stranger = { $provider } a confirmé qui vous êtes. Ici, aucun compte n’est encore relié au vôtre.
provider-stranger-ask = Demandez à votre responsable de relier votre compte. Donnez-lui ce code :
provider-stranger-lasts = Le code vaut une heure. Après, recommencez : un autre s’affiche.
provider-out-title = Votre session ici est fermée
provider-out = La page de { $provider } s’ouvre, pour fermer aussi votre session là-bas.
provider-out-go = Aller chez { $provider }
provider-back = Revenir à l’entrée

# Chez la personne responsable, sur le compte de quelqu’un

provider-account = Entrer avec { $provider }
provider-account-linked = Cette personne peut entrer avec { $provider }.
provider-account-not = Cette personne entre avec { $provider }, et un code s’affiche sur son écran. Demandez-le-lui vous-même : le compte qui montre ce code entrera à son nom.
provider-code = Le code affiché
provider-link = Relier
provider-unlink = Ne plus relier
provider-unlink-hint = Elle n’entrera plus avec { $provider }. Son mot de passe, si elle en a un, marche toujours.
provider-linked = { $name } peut entrer avec { $provider }.
provider-unlinked = { $name } n’entre plus avec { $provider }.
provider-not-linked = Le compte n’est pas relié
provider-again = Revenir au compte

# L’historique

trail-person-linked = { $by } a relié { $name } à son compte du fournisseur d’identité.
trail-person-unlinked = { $by } a retiré à { $name } son compte du fournisseur d’identité.
