"""The end of a visit, as the desk asks for it, and the transport passes of a site."""
