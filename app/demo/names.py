"""Given and family names of the demo country: Danish, Greenlandic, Faroese and from elsewhere."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WOMEN = _words(
    "Mette Åse Sørine Kirsten Bodil Anne-Sofie Maja Freja Ida Ellen Inger Gerda Karen-Margrethe Signe Ane "
    "Bjørk Æbbe Øllegaard Lærke Solveig Tove Ragnhild Dagny Ingrid Emma Alma Nora Zoë Renée Fatima Aisha Amina "
    "Leyla Thuy Agnieszka Oksana Aviâja Pipaluk Ivalu Marjun Þóra Hjørdis Asta Vigga Kaja Jytte Birthe Lone "
    "Pernille Line Sille Astrid Maren Bente Vibeke Gudrun Rosa Anne-Grethe Siv Ea"
)

MEN = _words(
    "Søren Bjørn Åge Jørgen Kjeld Poul-Erik Hans-Jørgen Lars Mikkel Rasmus Malthe Villads Viggo Aksel Holger "
    "Svend Børge Preben Torben Øjvind Ejnar Magnus Emil Noah Oscar Carl-Emil René André Ahmed Yusuf Omar Ali "
    "Minh Łukasz Andrij Nuka Malik Aputsiaq Jógvan Bárður Tróndur Þorsteinn Frode Gorm Tage Niels Jens-Peter "
    "Anders Esben Troels Asger Kristian Bo Ib Uffe Thorkild Hjalmar Skjold Pelle Bertil"
)

FAMILIES = _words(
    "Jensen Sørensen Nørgaard Østergaard Åkjær Bæk Kjærgaard Møller Højbjerg Ærenlund Ødegaard Skovbakke "
    "Lindegaard Holm Brandt Vestergård Nørgaard-Lund Bang-Olesen Skov-Hansen Krogh Thygesen Friis Dahl "
    "Bjerregaard Hougaard Kjøller Thrane Ravn Lyngbæk Blåkilde Måge Grønnegård Sandbjerg Rask Vinther Toft "
    "Kofoed Munk Abildgaard Steensgaard Yılmaz Öztürk Nguyễn Kowalska Hussain Haddad Olsvig Kleist Petersen "
    "Joensen Patursson O'Connor D'Angelo Müller Å Bondesgård Hvidtfeldt Søgård Ilsøe Kjærulff Mørk"
)

PARTICLES = ("von", "de", "el")

SINGLE = ("Nanook", "Wayan", "Ægir", "Thiri", "Ølund", "Saga", "Maadhavi", "Åbrink")

LONG = (
    ("Anne-Sofie Karoline Elisabeth Vilhelmine Ingeborg", "von Rosenstjerne-Løvenborg-Brockdal"),
    ("Christian Frederik Valdemar Emanuel Hjalmar", "Kjærsgaard-Østergaard-Blåbjerg Skjoldenæsholm"),
    ("Maria del Carmen Guadalupe Esperanza", "Fernández de la Vega y Sørensen-Nørregård"),
    ("Lakshminarasimhan", "Venkatasubramanian Ærenprisgaard"),
)
