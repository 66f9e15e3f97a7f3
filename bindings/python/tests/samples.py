"""Texts the tests share."""

PAGE = """\
Entretien avec une luthière
Transcription
0:00 Bonjour, nous sommes à l'atelier de Mireille Kervadeq.
0:04 Bonjour. Ici on répare des violons, des altos, et un violoncelle par an.
0:09 Et le vernis, vous le faites vous-même ?
0:12 Oui, avec de la résine de Morlaix.
"""
"""A pasted page. A misheard name stands in line 3."""

SRT = """\
1
00:00:01,000 --> 00:00:03,500
Il pleut sur le port.

2
00:00:04,000 --> 00:00:06,000
<i>Tant mieux</i>, dit-elle :
les seiches aiment ça.

3
00:00:07,250 --> 00:00:09,000
Ça va « déborder » 🌧 demain.
"""

VTT = """\
WEBVTT

NOTE la marée du matin

STYLE
::cue { color: yellow }

premier
00:01.000 --> 00:03.000 line:80%
<v Solène>On part à l'aube.</v>

NOTE entre deux

00:04.000 --> 00:06.000
<v Yannick>Et le <b>filet</b> ?</v>

NOTE la fin

00:07.000 --> 00:09.000
Il sèche.
"""
