# La porte : s’identifier, son mot de passe, et où aller.

bar = Pages
bar-sites = Mes sites
bar-devices = Appareils
