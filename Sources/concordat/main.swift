internal import Commands
internal import Foundation

exit(await Concordat.runProcess())
