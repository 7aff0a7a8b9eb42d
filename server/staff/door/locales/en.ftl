# The door, English. To be reviewed by a native speaker.

bar = Pages
bar-sites = My sites
bar-devices = Devices
